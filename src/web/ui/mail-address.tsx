/** An address that, where it has to, breaks behind its @. */
export function MailAddress({ of: address }: { of: string }) {
  const at = address.lastIndexOf('@') + 1;
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}
