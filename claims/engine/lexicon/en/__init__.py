"""English, as newsrooms from London to Mumbai write it."""
