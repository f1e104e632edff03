"""Commands of the athlete's own, run when something happens in a session."""
