"""The athlete: what the gym has and what they can lift."""
