"""The screens; one that is not shown first is imported when it is needed."""
