#pragma once
// Tables that were brought in from other people's files.

#include "domain/cell.hpp"
#include "domain/record.hpp"

namespace takt::domain {

/// What the rows of a file are.
BOOST_DEFINE_ENUM_CLASS(ImportKind, sites, areas, contacts, supply, kpi_values, signals, actions,
                        plan, check_ins)

/// What a column of a file holds; which kinds know which: command/import_field.cpp.
/// Boost.Describe's macro takes 52 values at once, these are more.
#define TAKT_IMPORT_FIELDS                                                                        \
  name, city, country, site_kind, purchasers, standing, since, function, site, roles, reports_to, \
      attitude, wanted_attitude, influence, kept_by, last_contact, product_area, period, volume,  \
      demand, unit, share, estimated, source, rest, competitor, contract_end, kpi, on, value,     \
      title, detail, observed_on, signal_source, theme, nature, impact, likelihood, act_by,       \
      evidence, tags, key_result, assignee, due, done_on
#define TAKT_IMPORT_FIELDS_OF_PLANS \
  cycle, objective, start, target, lower, upper, stages, weight, confidence, note, progress
#define TAKT_IMPORT_FIELDS_OF_ACCOUNTS                                                          \
  code, industry, managers, members, sponsors, observers, cadence, check_in_interval,           \
      first_cycle_start, share_period, customer_fiscal_month, parent, external_id, status_note, \
      purchasing_strategy
enum class ImportField {
  TAKT_IMPORT_FIELDS,
  TAKT_IMPORT_FIELDS_OF_PLANS,
  TAKT_IMPORT_FIELDS_OF_ACCOUNTS
};
BOOST_DESCRIBE_ENUM_BEGIN(ImportField)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, ImportField, TAKT_IMPORT_FIELDS)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, ImportField, TAKT_IMPORT_FIELDS_OF_PLANS)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, ImportField, TAKT_IMPORT_FIELDS_OF_ACCOUNTS)
BOOST_DESCRIBE_ENUM_END(ImportField)
#undef TAKT_IMPORT_FIELDS
#undef TAKT_IMPORT_FIELDS_OF_PLANS
#undef TAKT_IMPORT_FIELDS_OF_ACCOUNTS

template <>
inline constexpr bool kHasNoDefault<ImportKind> = true;

/// One import: one deed. The changes that it made have the revisions from `first_revision` to
/// `last_revision`, nothing else is between them, since it held the account's lock.
struct Import : Record {
  static constexpr std::string_view kTerm = "import", kCollection = "imports";
  static constexpr bool kUnordered = true;
  ImportKind kind = ImportKind::sites;
  Text<200, 1> file;  ///< its name
  Text<64, 64> hash;  ///< its SHA-256, in hexadecimal digits
  Id imported_by;
  int added = 0;
  int changed = 0;
  int unchanged = 0;
  int left_out = 0;  ///< rows that were refused
  long long first_revision = 0;
  long long last_revision = 0;
  std::optional<Instant> undone_at;
  std::optional<Id> undone_by;
  long long undo_first_revision = 0;  ///< of the changes that took it back; 0: none did
  long long undo_last_revision = 0;
};
BOOST_DESCRIBE_STRUCT(Import, (Record),
                      (kind, file, hash, imported_by, added, changed, unchanged, left_out,
                       first_revision, last_revision, undone_at, undone_by, undo_first_revision,
                       undo_last_revision))

}  // namespace takt::domain
