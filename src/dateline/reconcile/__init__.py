"""Events of many reports to incidents: block, score, cluster, merge."""
