import type { ProblemError } from '../../api/problems';
import type { Schema } from '../../api/types';
import { dayBoundary, dayOf } from '../../shared/format/dates';
import type { Domain, Tenant } from './api';

export type ContactFields = {
  name: string;
  latinName: string;
  unit: string;
  email: string;
  phone: string;
  head: boolean;
};
/** The deadline is a calendar day of the tenant's zone; certificates are issued to its end. */
export type DomainFields = { name: string; deadline: string; wildcardAllowed: boolean; units: string };

/** What somebody filled in. */
export type TenantFields = {
  code: string;
  nameJa: string;
  nameEn: string;
  subject: { o: string; l: string; st: string; c: string };
  preset: string;
  timeZone: string;
  licences: string;
  contacts: ContactFields[];
  domains: DomainFields[];
};

export const NO_CONTACT: ContactFields = { name: '', latinName: '', unit: '', email: '', phone: '', head: false };
export const NO_DOMAIN: DomainFields = { name: '', deadline: '', wildcardAllowed: false, units: '' };

export const NO_TENANT: TenantFields = {
  code: '',
  nameJa: '',
  nameEn: '',
  subject: { o: '', l: '', st: '', c: 'JP' },
  preset: '',
  timeZone: 'Asia/Tokyo',
  licences: '',
  contacts: [NO_CONTACT],
  domains: [NO_DOMAIN],
};

/** Where something is wrong, as the server's pointers name it, and what the form itself can tell. */
export type FormFault = { readonly pointer: string; readonly fault: 'required' | 'code' | 'country' | 'licences' };

export const fieldId = (pointer: string): string => `tenant${pointer.replaceAll('/', '-')}`;

export function fieldsOf(tenant: Tenant): TenantFields {
  const { o, l = '', st = '', c } = tenant.subject;
  return {
    ...NO_TENANT,
    code: tenant.code,
    nameJa: tenant.nameJa,
    nameEn: tenant.nameEn,
    subject: { o, l, st, c },
    timeZone: tenant.timeZone,
    licences: tenant.licences === undefined ? '' : String(tenant.licences),
    contacts: (tenant.contacts ?? []).map((contact) => ({ ...NO_CONTACT, ...contact })),
    domains: [],
  };
}

export function domainFieldsOf(domain: Domain, timeZone: string): DomainFields {
  return {
    name: domain.name,
    deadline: dayOf(Date.parse(domain.issuingDeadline), timeZone),
    wildcardAllowed: domain.wildcardAllowed,
    units: domain.units
      .filter((unit) => unit.state === 'PERMITTED')
      .map((unit) => unit.name)
      .join('\n'),
  };
}

/** What the server need not be asked for. */
export function faultsOf(fields: TenantFields, isNew: boolean): FormFault[] {
  const faults: FormFault[] = [];
  const need = (pointer: string, value: string) => {
    if (value.trim() === '') faults.push({ pointer, fault: 'required' });
  };
  if (isNew) {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,29}$/.test(fields.code.trim())) faults.push({ pointer: '/code', fault: 'code' });
  }
  need('/nameJa', fields.nameJa);
  need('/nameEn', fields.nameEn);
  need('/subject/o', fields.subject.o);
  if (!/^[A-Z]{2}$/.test(fields.subject.c.trim())) faults.push({ pointer: '/subject/c', fault: 'country' });
  if (isNew) need('/preset', fields.preset);
  need('/timeZone', fields.timeZone);
  if (!/^\d{0,7}$/.test(fields.licences.trim())) faults.push({ pointer: '/licences', fault: 'licences' });
  contactsIn(fields).forEach((contact, index) => {
    need(`/contacts/${index}/name`, contact.name);
    need(`/contacts/${index}/email`, contact.email);
  });
  domainsIn(fields).forEach((domain, index) => {
    for (const fault of faultsOfDomain(domain)) {
      faults.push({ ...fault, pointer: `/domains/${index}${fault.pointer}` });
    }
  });
  return faults;
}

export function faultsOfDomain(domain: DomainFields): FormFault[] {
  const faults: FormFault[] = [];
  if (domain.name.trim() === '') faults.push({ pointer: '/name', fault: 'required' });
  if (domain.deadline === '') faults.push({ pointer: '/issuingDeadline', fault: 'required' });
  return faults;
}

/** Blocks that were left empty are none. */
export const contactsIn = (fields: TenantFields): ContactFields[] =>
  fields.contacts.filter(({ head, ...texts }) => head || Object.values(texts).some((value) => value.trim() !== ''));

export const domainsIn = (fields: TenantFields): DomainFields[] =>
  fields.domains.filter((domain) => domain.name.trim() !== '' || domain.deadline !== '' || domain.units.trim() !== '');

export function changeOf(fields: TenantFields): Schema<'TenantChange'> {
  const { o, l, st, c } = fields.subject;
  return {
    nameJa: fields.nameJa.trim(),
    nameEn: fields.nameEn.trim(),
    subject: { o: o.trim(), ...given('l', l), ...given('st', st), c: c.trim() },
    timeZone: fields.timeZone.trim(),
    contacts: contactsIn(fields).map((contact) => ({
      name: contact.name.trim(),
      email: contact.email.trim(),
      ...given('latinName', contact.latinName),
      ...given('unit', contact.unit),
      ...given('phone', contact.phone),
      ...(contact.head && { head: true }),
    })),
    ...(fields.licences.trim() !== '' && { licences: Number(fields.licences) }),
  };
}

export function newTenantOf(fields: TenantFields): Schema<'NewTenant'> {
  return {
    ...changeOf(fields),
    code: fields.code.trim(),
    preset: fields.preset,
    domains: domainsIn(fields).map((domain) => newDomainOf(domain, fields.timeZone)),
  };
}

export function newDomainOf(domain: DomainFields, timeZone: string): Schema<'NewDomain'> {
  return {
    name: domain.name.trim().toLowerCase(),
    issuingDeadline: dayBoundary(domain.deadline, 'end', timeZone),
    wildcardAllowed: domain.wildcardAllowed,
    units: [...new Set(domain.units.split('\n').map((unit) => unit.trim()))].filter((unit) => unit !== ''),
  };
}

/** Faults of a unit lie in the one field that holds them all. */
export const pointerOf = (error: ProblemError): string => (error.pointer ?? '').replace(/\/units\/\d+$/, '/units');

function given<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return value.trim() === '' ? {} : ({ [key]: value.trim() } as Record<K, string>);
}
