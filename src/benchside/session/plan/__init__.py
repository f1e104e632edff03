"""The plan: what a session asks for, set by set, everything inherited resolved."""
