// A stream of commands, one JSON object a line, and one line of result for each.
#include <algorithm>
#include <fstream>

#include "cli/answer.hpp"
#include "cli/command.hpp"
#include "cli/command_stream.hpp"
#include "cli/failure.hpp"
#include "cli/gate.hpp"

namespace duban {
namespace {

struct Options {
  std::string file;
  int commit_every = 1;
  bool stop_on_error = false;
};

Value refusal(Lang lang, const Error& error) {
  Value value;
  value.set("ok", false);
  value.set("code", to_text(error.code));
  value.set("error", sentence(lang, error));
  if (!error.missing.empty()) {
    value.set("missing", Value::Array(error.missing.begin(), error.missing.end()));
  }
  return value;
}

Value success(const Receipt& receipt) {
  Value value;
  value.set("ok", true);
  value.set("seq", receipt.seq);
  value.set("state", to_text(receipt.to));
  return value;
}

/// The store or the disk failed: nothing that follows would fare better.
bool is_fatal(Errc code) {
  return code == Errc::busy || code == Errc::io || code == Errc::corrupt || code == Errc::newer;
}

class Stream {
 public:
  Stream(Context& context, const World& world, const Options& options)
      : context_(context), world_(world), options_(options) {}

  /// The exit status; nothing goes on after the environment has failed.
  int run(std::istream& in) {
    CommandStream stream(in);
    while (!stopped_) {
      std::vector<Result<StreamCommand>> commands = gather(stream);
      if (commands.empty()) break;
      take(commands);
      // Whoever hears no results any more finds them in the log: the work goes on.
      context_.out.flush();
      context_.settled = status_;
    }
    return status_;
  }

 private:
  /// As many lines as go into one transaction, read before the lock is taken: whoever sends them
  /// slowly keeps nobody waiting. A night is a transaction of its own.
  std::vector<Result<StreamCommand>> gather(CommandStream& stream) {
    std::vector<Result<StreamCommand>> commands;
    while (static_cast<int>(commands.size()) < options_.commit_every) {
      std::optional<Result<StreamCommand>> command = stream.next();
      if (!command) break;
      commands.push_back(std::move(*command));
    }
    return commands;
  }

  void take(const std::vector<Result<StreamCommand>>& commands) {
    std::size_t done = 0;
    while (done < commands.size() && !stopped_) {
      if (commands[done] && commands[done]->nightly) {
        night(*commands[done++]);
        continue;
      }
      std::size_t end = done;
      while (end < commands.size() && !(commands[end] && commands[end]->nightly)) ++end;
      steps(commands, done, end);
      done = end;
    }
  }

  World world_of(const StreamCommand& command) const {
    World world = world_;
    if (command.at) world.at = command.at;
    if (!command.as.empty()) world.as = command.as;
    return world;
  }

  void night(const StreamCommand& command) {
    const Result<NightReport> report = nightly(world_of(command));
    if (!report) {
      answer(refuse(report.error()));
    } else if (const Errors left = troubles(*report); !left.empty()) {
      answer(refuse(left.front()));
    } else {
      Value value;
      value.set("ok", true);
      value.set("fired", report->fired);
      answer(value);
    }
  }

  /// Lines [first, last) in one transaction; their results are printed once it is durable.
  void steps(const std::vector<Result<StreamCommand>>& commands, std::size_t first,
             std::size_t last) {
    std::vector<Value> results;
    std::unique_ptr<Batch> batch;
    for (std::size_t i = first; i < last && !stopped_; ++i) {
      Result<Receipt> receipt = step(commands[i], batch);
      if (!receipt && is_fatal(receipt.error().code)) {
        // What this transaction holds is lost with it; each of its lines says so.
        batch.reset();
        give_up(results, receipt.error());
        results.push_back(refuse(receipt.error()));
        break;
      }
      results.push_back(receipt ? success(*receipt) : refuse(receipt.error()));
    }
    if (batch) {
      const Status committed = batch->commit();
      if (!committed) give_up(results, committed.error());
    }
    for (const Value& result : results) answer(result);
  }

  Result<Receipt> step(const Result<StreamCommand>& command, std::unique_ptr<Batch>& batch) {
    if (!command) return tl::make_unexpected(command.error());
    if (!batch) {
      DUBAN_TRY(batch, Batch::open(world_));
    }
    return batch->step(command->step, world_of(*command));
  }

  void give_up(std::vector<Value>& results, const Error& error) {
    for (Value& result : results) {
      if (*result.find("ok")->boolean()) result = refuse(error);
    }
  }

  Value refuse(const Error& error) {
    status_ = std::max(status_, exit_status(error.code));
    if (options_.stop_on_error || is_fatal(error.code)) stopped_ = true;
    return refusal(context_.lang, error);
  }

  void answer(const Value& value) { print_json(context_, value); }

  Context& context_;
  const World& world_;
  const Options& options_;
  int status_ = 0;
  bool stopped_ = false;
};

Result<int> apply(Context& context, const Options& options) {
  if (options.commit_every < 1) {
    return failed(Errc::usage, "--commit-every takes a number from 1 on");
  }
  DUBAN_TRY(const World world, duban::world(context));
  if (options.file == "-") {
    const Result<int> status = Stream(context, world, options).run(context.in);
    tell_gate_doubts(context);
    return status;
  }
  std::ifstream file(options.file, std::ios::binary);
  if (!file || file.peek() == std::ifstream::traits_type::eof()) {
    if (!file.eof()) {
      return failed(Errc::bad_file, "{path} cannot be read", {{"path", options.file}});
    }
  }
  const Result<int> status = Stream(context, world, options).run(file);
  tell_gate_doubts(context);
  return status;
}

}  // namespace

void add_apply(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(
      app, "apply", "take a stream of commands, one JSON object a line",
      "duban apply steps.jsonl\n"
      "echo '{\"do\":\"start\",\"task\":\"1.3.11\",\"as\":\"省经信委\"}' | duban apply -");
  argument(command, "FILE", options->file, "the file, or - for what is piped in");
  option(command, "--commit-every", options->commit_every, "lines to a transaction; 1 if not given",
         "N");
  flag(command, "--stop-on-error", options->stop_on_error, "end at the first refused line");
  runs(command, context, [&context, options] { return apply(context, *options); });
}

}  // namespace duban
