"""The file: a text as tables, checked against the model, every problem at its place."""
