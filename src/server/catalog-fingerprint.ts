import { createHash } from 'node:crypto';
import { catalogText } from '../catalog/profiles.ts';

/** Stands in the database; a process whose catalog differs does not serve it. */
export const catalogFingerprint = createHash('sha256').update(catalogText()).digest('hex').slice(0, 16);
