#pragma once
// The organisation's own .pptx, in which slides are made.

#include "domain/record.hpp"

namespace takt::domain {

/// How large a template may be: what a request may bring, and a bit less, so that whoever brings
/// more is told so by us.
inline constexpr std::size_t kMostTemplateBytes = 8'000'000;

using FileName = Text<200, 1>;

/// What the server notes about a template.
struct GivenSlideTemplate : Record {
  Id stored_by;
  Instant stored_at;
  int bytes = 0;
  Text<64> hash;  ///< its SHA-256, in hexadecimal digits
};
BOOST_DESCRIBE_STRUCT(GivenSlideTemplate, (Record), (stored_by, stored_at, bytes, hash))

/// The one of the organisation, whose id it has; taken away by archiving. The file rests beside it:
/// nobody opens it here.
struct SlideTemplate : GivenSlideTemplate {
  static constexpr std::string_view kTerm = "slide_template",
                                    kCollection = "organisation/slide-template";
  FileName name;
};
BOOST_DESCRIBE_STRUCT(SlideTemplate, (GivenSlideTemplate), (name))

/// What stands in its place. The version counts on where it was taken away; 0: there never was one.
struct SlideTemplatePlace {
  int version = 0;
  std::optional<SlideTemplate> kept;
};
BOOST_DESCRIBE_STRUCT(SlideTemplatePlace, (), (version, kept))

inline SlideTemplatePlace place_of(std::optional<SlideTemplate> row) {
  if (!row) return {};
  const int version = row->version;
  if (row->archived_at) row.reset();
  return {version, std::move(row)};
}

}  // namespace takt::domain
