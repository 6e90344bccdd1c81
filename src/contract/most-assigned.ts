/** How many organizations are assigned in one transaction. Read by the page too, so it stands apart from the schemas. */
export const mostAssigned = 200;
