"""What the leaders instruct, the tasks that follow, who must deliver by when."""
