import type { ReactElement } from 'react';
import type { Member } from '../../review/model';
import { Avatar, getAppearance, Menu, MenuHeading, MenuItem, MenuSeparator, setAppearance } from '../ui';
import { singleKeysOn, setSingleKeys } from './shortcuts';
import { rolesWords } from './roles';
import styles from './PersonMenu.module.css';

interface Props {
  member: Member;
  others: readonly Member[];
  onSwitch(memberId: string): void;
  onLock(): void;
  onHelp(): void;
}

const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const;
const APPEARANCE = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

/** Who is signed in, and the way to be somebody else. */
export function PersonMenu({ member, others, onSwitch, onLock, onHelp }: Props) {
  const trigger: ReactElement = (
    <button type="button" className={styles['who']} aria-label={`Signed in as ${member.name}`} title={`Signed in as ${member.name}`}>
      <Avatar name={member.name} size={24} />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuHeading><strong className={styles['name']}>{member.name}</strong><br />{rolesWords(member.roles)}</MenuHeading>
      <MenuItem icon="ui-lock" onSelect={onLock}>Lock</MenuItem>
      {others.length > 0 && <MenuSeparator />}
      {others.map((other) => <MenuItem key={other.id} icon="ui-people" onSelect={() => onSwitch(other.id)}>Switch to {other.name}</MenuItem>)}
      <MenuSeparator />
      <MenuItem icon="ui-palette" detail={APPEARANCE[getAppearance()]} onSelect={() => setAppearance(NEXT[getAppearance()])}>Appearance</MenuItem>
      <MenuItem icon="ui-pointer" detail={singleKeysOn() ? 'On' : 'Off'} onSelect={() => setSingleKeys(!singleKeysOn())}>Single-key shortcuts</MenuItem>
      <MenuItem icon="ui-info" keys="?" onSelect={onHelp}>Keyboard help</MenuItem>
    </Menu>
  );
}
