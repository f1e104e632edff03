"""What is known of an exercise by its name: those that ship, and the athlete's own.

The entries are TOML files in `data`, a file for each family of lifts. Look exercises up through
`benchside.session.exercises.catalogue`.
"""
