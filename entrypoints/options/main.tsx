import * as z from 'zod';
import { paintDensity } from '../../components/options/general/density';
import { OptionsApp } from '../../components/options/OptionsApp';
import { mountPage } from '../../components/ui';

// An extension page may not evaluate code; Zod must not try (interface.md §2).
z.config({ jitless: true });
paintDensity();
mountPage('options', <OptionsApp />);
