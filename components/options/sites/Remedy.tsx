import type { SiteCover } from '../../../review/coverage/look';
import { Button } from '../../ui';
import type { SiteLine } from './site-list';
import type { Covering } from './use-cover';

/** The one thing that can be done here about what is missing; nothing when the words already say it all. */
export function Remedy({ line, cover, covering }: { line: SiteLine; cover: SiteCover; covering: Covering }) {
  switch (cover.blind?.remedy) {
    case 'access':
      return <Button variant="primary" busy={covering.busy === line.key} onClick={() => void covering.giveBack(line.key, cover.missing)}>Give access back</Button>;
    case 'teach':
      return <Button variant="primary" onClick={() => { location.hash = '#sites/add/teach'; }}>Teach this site</Button>;
    default:
      return null;
  }
}
