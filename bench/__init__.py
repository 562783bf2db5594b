"""Accuracy and speed of the engine, on the gold stories and on public benchmarks."""
