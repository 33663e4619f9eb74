#pragma once
// Proof that travels from one site to the others.

#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

struct Testimonial;

struct OfTestimonial : Record {
  using Parent = Testimonial;
  Id testimonial;
  static constexpr auto kParent = &OfTestimonial::testimonial;
};
BOOST_DESCRIBE_STRUCT(OfTestimonial, (Record), (testimonial))

/// A voice of the customer from one site that travels to the others.
struct Testimonial : Record {
  static constexpr std::string_view kTerm = "testimonial", kCollection = "testimonials";
  Text<2000, 1> text;
  std::optional<Reference<Site>> site;
  std::optional<Reference<Contact>> contact;
  std::optional<Reference<KeyResult>> key_result;
  std::optional<Date> received_on;
  bool released = false;  ///< the customer allows its use at other sites
};
BOOST_DESCRIBE_STRUCT(Testimonial, (Record),
                      (text, site, contact, key_result, received_on, released))

struct TestimonialUse : OfTestimonial {
  static constexpr std::string_view kTerm = "testimonial_use", kCollection = "testimonial-uses";
  Reference<Site> site;
  Date used_on;
};
BOOST_DESCRIBE_STRUCT(TestimonialUse, (OfTestimonial), (site, used_on))

}  // namespace takt::domain
