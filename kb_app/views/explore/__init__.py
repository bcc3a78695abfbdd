"""Find: facets, results, detail, map, comparison."""
