#include "store/zone.hpp"

#include <unicode/basictz.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>

#include <map>
#include <memory>

#include "domain/organisation.hpp"
#include "store/change_log.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

using domain::Date;
using domain::Instant;
using domain::Organisation;

namespace {

using Zones = std::map<std::string, std::unique_ptr<const icu::BasicTimeZone>, std::less<>>;

/// ICU knows a few more, like `BST` and `GMT+3`, which browsers don't, or mean otherwise.
bool is_iana(std::string_view name) {
  return name == kNoZone ||
         (name.find('/') != name.npos && !name.starts_with("SystemV/") && name != "Etc/Unknown");
}

/// All there are, made once: asking ICU by name takes longer than a kept page.
const Zones& zones() {
  static const Zones all = [] {
    Zones out;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> names(icu::TimeZone::createEnumeration(error));
    while (const auto* name = U_SUCCESS(error) ? names->snext(error) : nullptr) {
      std::string text;
      name->toUTF8String(text);
      if (!is_iana(text)) continue;
      std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(*name));
      if (!dynamic_cast<const icu::BasicTimeZone*>(zone.get())) continue;
      out.emplace(std::move(text), static_cast<const icu::BasicTimeZone*>(zone.release()));
    }
    return out;
  }();
  return all;
}

const icu::BasicTimeZone* zone_called(std::string_view name) {
  if (name == kNoZone) return nullptr;
  const auto found = zones().find(name);
  return found == zones().end() ? nullptr : found->second.get();
}

UDate icu_time(std::chrono::sys_time<std::chrono::milliseconds> time) {
  return static_cast<UDate>(time.time_since_epoch().count());
}

}  // namespace

bool is_zone(std::string_view name) { return zones().contains(name); }

Instant local_time(std::string_view zone, Instant instant) {
  const auto* known = zone_called(zone);
  if (!known) return instant;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode error = U_ZERO_ERROR;
  known->getOffset(icu_time(instant.time), false, raw, summer, error);
  return {instant.time + std::chrono::milliseconds{raw + summer}};
}

std::string zone_name(std::string_view zone, Instant instant, domain::Language language) {
  const auto* known = zone_called(zone);
  if (!known) return std::string(kNoZone);
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode error = U_ZERO_ERROR;
  known->getOffset(icu_time(instant.time), false, raw, summer, error);
  icu::UnicodeString name;
  known->getDisplayName(
      static_cast<UBool>(summer != 0), icu::TimeZone::SHORT,
      language == domain::Language::de ? icu::Locale::getGermany() : icu::Locale::getUK(), name);
  std::string out;
  name.toUTF8String(out);
  return out;
}

Date day_in(std::string_view zone, Instant instant) {
  return domain::date_of(local_time(zone, instant));
}

Instant day_begins(std::string_view zone, Date day) {
  const auto* known = zone_called(zone);
  if (!known) return {day.days};
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  UErrorCode error = U_ZERO_ERROR;
  // A midnight that summer time leaves out is the moment of its change; of two it is the first.
  known->getOffsetFromLocal(icu_time(day.days), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, raw,
                            summer, error);
  return {day.days - std::chrono::milliseconds{raw + summer}};
}

std::string organisation_zone(Session& session) {
  const auto own = find<Organisation>(session, organisation_ledger());
  return own ? std::string(own->time_zone) : std::string(kNoZone);
}

Date day_of(Session& session, Instant instant) {
  return day_in(organisation_zone(session), instant);
}

}  // namespace takt::store
