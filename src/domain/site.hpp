#pragma once
// The customer's places.

#include "domain/record.hpp"

namespace takt::domain {

BOOST_DEFINE_ENUM_CLASS(SiteKind, plant, headquarters, warehouse, office)

struct Site : Record {
  static constexpr std::string_view kTerm = "site", kCollection = "sites";
  Name name;
  Word city;
  Word country;
  SiteKind kind = SiteKind::plant;
  std::optional<Whole<0, 100000>> purchasers;
};
BOOST_DESCRIBE_STRUCT(Site, (Record), (name, city, country, kind, purchasers))

}  // namespace takt::domain
