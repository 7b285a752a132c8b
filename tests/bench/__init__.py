"""Speed as ratios against bare Django, measured in one run (`make bench`). Never run by pytest."""
