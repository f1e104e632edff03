"""The program: what a person does over weeks, as sessions of the library in turn."""
