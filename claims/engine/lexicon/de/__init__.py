"""German: figures only. What these files leave out is empty."""
