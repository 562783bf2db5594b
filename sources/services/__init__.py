"""Acts on sources: one function an act, typed, refusing by name."""
