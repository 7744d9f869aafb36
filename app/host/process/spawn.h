#pragma once

#include "host/process/child_process.h"

namespace verbale::host {

/// A new process and this process's ends of its pipes.
struct Spawned
{
    pid_t pid = -1;
    int input = -1;
    int output = -1;
    int errors = -1;
};

/// Starts a process as ChildProcess describes it. Errors as ChildProcess::spawn().
Result<Spawned> spawnProcess(const SpawnPlan &plan);

} // namespace verbale::host
