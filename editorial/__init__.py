"""Who may write, approve and publish: roles, workflows, four eyes, review links, reports."""
