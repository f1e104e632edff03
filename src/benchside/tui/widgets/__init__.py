"""What the screens are made of: one small widget a file, each showing one piece of the view."""
