"""IN A BROWSER: a server that starts the program once a tab, and lets nobody else drive it."""
