"""What is seen: the app, its screens and widgets. Knows the player and its view, no back end."""
