"""Events to incidents over a whole data set: by blocks, on the workers that have read it."""
