import * as z from 'zod';
import { OptionsApp } from '../../components/options/OptionsApp';
import { mountPage } from '../../components/ui';

// An extension page may not evaluate code; Zod must not try (interface.md §2).
z.config({ jitless: true });
mountPage('options', <OptionsApp />);
