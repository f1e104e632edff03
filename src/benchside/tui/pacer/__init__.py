"""The figure that moves with the rep: pure drawing, no screen library."""
