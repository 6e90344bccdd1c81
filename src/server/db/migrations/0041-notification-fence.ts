/**
 * Behind the fence somebody's notifications are those of people whom the fence lets through. An `exists` would be
 * planned as a table of all these people, made anew for each kind of record: 20 ms for a partner with 20,000 of them.
 */
export const notificationFence = {
  name: '0041-notification-fence',
  sql: `
alter table notifications enable row level security;
create policy ambit_customer on notifications for select to ambit_customer
  using (user_id = (select u.id from users u where u.id = notifications.user_id));
create policy ambit_partner on notifications for select to ambit_partner
  using (user_id = (select u.id from users u where u.id = notifications.user_id));
`,
};
