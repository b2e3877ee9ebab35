// The one entry point of every unit test program.
#define BOOST_TEST_MODULE duban
#include <boost/test/unit_test.hpp>
