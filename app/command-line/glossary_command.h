#pragma once

#include "command-line/command.h"
#include "session/glossaries.h"

namespace verbale::commandline {

/// What `verbale glossary` can do; an object for each action.
class GlossaryAction
{
public:
    GlossaryAction() = default;
    virtual ~GlossaryAction() = default;
    GlossaryAction(const GlossaryAction &) = delete;
    GlossaryAction &operator=(const GlossaryAction &) = delete;

    [[nodiscard]] virtual const char *name() const = 0;
    [[nodiscard]] virtual const char *summary() const = 0;
    virtual void declare(VerbOptions &options) = 0;
    virtual int run(Context &context) = 0;

    bool chosen = false;
};

/// `glossary import|export|lint|stats|find|profile`.
class GlossaryCommand : public Command
{
public:
    GlossaryCommand();
    const char *name() const override { return "glossary"; }
    const char *summary() const override { return "Convert, check, count and search glossaries"; }
    void declare(VerbOptions &options) override;
    int run(Context &context) override;

private:
    std::vector<std::unique_ptr<GlossaryAction>> m_actions;
};

std::unique_ptr<GlossaryAction> glossaryImport();
std::unique_ptr<GlossaryAction> glossaryExport();
std::unique_ptr<GlossaryAction> glossaryLint();
std::unique_ptr<GlossaryAction> glossaryStats();
std::unique_ptr<GlossaryAction> glossaryFind();
std::unique_ptr<GlossaryAction> glossaryHarvest();
std::unique_ptr<GlossaryAction> glossaryProfile();

/// The named glossaries, `-` read from standard input; "builtin" where none is named.
Result<QList<session::GlossarySource>> glossarySources(Context &context, const QStringList &names);

} // namespace verbale::commandline
