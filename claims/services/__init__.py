"""Acts on claims: one function an act, typed, refusing by name."""
