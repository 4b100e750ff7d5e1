/** "Proton Mail", "ProtonMail" and "proton-mail" are one name: what issuers are looked up by. */
export function issuerKey(issuer: string): string {
  return issuer
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
