/** Who can be given work is offered by name: few people among very many customers. */
export const staffByName = {
  name: '0044-staff-by-name',
  sql: "create index users_staff_by_name on users (last_name, first_name, id) where role_type <> 'customer';",
};
