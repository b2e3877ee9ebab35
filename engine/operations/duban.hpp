// The front door of the engine: everything that a guest (the command line, a server) may ask.
#pragma once

#include "engine/operations/activation.hpp"
#include "engine/operations/keeping.hpp"
#include "engine/operations/names.hpp"
#include "engine/operations/plans.hpp"
#include "engine/operations/reading.hpp"
#include "engine/operations/step.hpp"
#include "engine/operations/world.hpp"
