#include "mapping/schema.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace takt::mapping {
namespace one {

struct Share {
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(Share, (), (value))

struct Whole {
  std::vector<Share> shares;
  domain::Name name;
};
BOOST_DESCRIBE_STRUCT(Whole, (), (shares, name))

}  // namespace one
namespace other {

struct Share {
  domain::Title title;
};
BOOST_DESCRIBE_STRUCT(Share, (), (title))

struct ShareInput {
  double value = 0;
};
BOOST_DESCRIBE_STRUCT(ShareInput, (), (value))

}  // namespace other
namespace {

TEST(Schemas, NameStandsForOneType) {
  Schemas schemas;
  EXPECT_EQ(schemas.of<one::Share>(), schemas.of<one::Share>());
  EXPECT_THROW(schemas.of<other::Share>(), std::logic_error);
  EXPECT_NO_THROW(schemas.of<std::vector<one::Whole>>());
}

TEST(Schemas, BodyIsNotCalledAsWhatIsWrittenOfAnEntity) {
  Schemas first;
  first.input_of<one::Share>(false);
  EXPECT_NO_THROW(first.input_of<one::Share>(true));
  EXPECT_THROW(first.of<other::ShareInput>(), std::logic_error);
  Schemas second;
  second.of<other::ShareInput>();
  EXPECT_THROW(second.input_of<one::Share>(false), std::logic_error);
}

TEST(Schemas, MembersReferToTheirTypes) {
  Schemas schemas;
  schemas.of<one::Whole>();
  const auto whole = boost::json::parse(schemas.components.at("Whole"));
  EXPECT_EQ("#/components/schemas/Share",
            whole.at("properties").at("shares").at("items").at("$ref").as_string());
}

}  // namespace
}  // namespace takt::mapping
