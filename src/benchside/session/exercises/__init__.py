"""The entries of the exercise catalogue, a module for each family of lifts.

Data only: look exercises up through `benchside.session.exercises.catalogue`.
"""
