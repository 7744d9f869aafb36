// What the glossary window's menus and keys do, and what it is told by others.

#include "workbench/conflict_panel.h"
#include "workbench/document_controller.h"
#include "workbench/entry_facts.h"
#include "workbench/entry_form.h"
#include "workbench/entry_pane.h"
#include "workbench/entry_table.h"
#include "workbench/export_wizard.h"
#include "workbench/finding_words.h"
#include "workbench/findings_panel.h"
#include "workbench/glossary_actions.h"
#include "workbench/glossary_window.h"
#include "workbench/import_wizard.h"
#include "workbench/later.h"
#include "workbench/merge_dialog.h"
#include "workbench/message_bar.h"
#include "workbench/questions.h"
#include "workbench/termbase_service.h"
#include "workbench/termbases_dialog.h"
#include "workbench/unify_dialog.h"
#include "workbench/uses_panel.h"

#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolBar>

namespace verbale::workbench {

namespace {

constexpr int hintTime = 5000; // ms

} // namespace

void GlossaryWindow::connectActions()
{
    m_actions->on(GlossaryAct::Import, [this] { openImport(); });
    m_actions->on(GlossaryAct::Export, [this] { openExport(); });
    m_actions->on(GlossaryAct::Termbases, [this] { openTermbases(); });
    m_actions->on(GlossaryAct::Close, [this] { close(); });
    m_actions->on(GlossaryAct::Undo, [this] { undo(); });
    m_actions->on(GlossaryAct::Redo, [this] { redo(); });
    m_actions->on(GlossaryAct::Find, [this] { m_filters->takeFocus(); });
    m_actions->on(GlossaryAct::ClearFilters, [this] { m_filters->setFilter({}); });
    m_actions->on(GlossaryAct::New, [this] { newEntry(); });
    m_actions->on(GlossaryAct::Duplicate, [this] { duplicate(); });
    m_actions->on(GlossaryAct::Save, [this] { m_pane->save(); });
    m_actions->on(GlossaryAct::Revert, [this] { m_pane->revert(); });
    m_actions->on(GlossaryAct::Confirm, [this] { confirmSelected(); });
    m_actions->on(GlossaryAct::Merge, [this] { mergeEntries(selectedKeys()); });
    m_actions->on(GlossaryAct::Delete, [this] { removeSelected(); });
    m_actions->on(GlossaryAct::Previous, [this] { step(-1); });
    m_actions->on(GlossaryAct::Next, [this] { step(1); });
    m_actions->on(GlossaryAct::ToTable, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    m_actions->on(GlossaryAct::ToForm, [this] {
        if (m_preview.isActive())
            showCurrent();
        if (m_pane->current() || m_pane->isNew())
            m_pane->form()->takeFocus();
    });
    m_actions->on(GlossaryAct::NextFinding, [this] { stepFinding(1); });
    m_actions->on(GlossaryAct::PreviousFinding, [this] { stepFinding(-1); });
    m_actions->on(GlossaryAct::Findings, [this] { togglePanel(m_findings); });
    m_actions->on(GlossaryAct::Uses, [this] { togglePanel(m_uses); });
    m_actions->on(GlossaryAct::Unify, [this] { unifyUses(); });
    connect(m_filters, &GlossaryFilters::changed, this, &GlossaryWindow::find);
    connect(m_filters, &GlossaryFilters::toTable, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
        m_table->setFocus(Qt::TabFocusReason);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &GlossaryWindow::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &GlossaryWindow::updateActions);
    connect(m_table, &QTableView::doubleClicked, this, [this] { m_pane->form()->takeFocus(); });
    connect(m_model, &EntryTable::rowsInserted, this, &GlossaryWindow::updateStatus);
    connect(&m_preview, &QTimer::timeout, this, [this] {
        // The entry in the form stays while somebody writes in it.
        if (!m_pane->current() && !m_pane->isNew() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
        else if (m_pane->unsavedCount() == 0 && !m_pane->isNew() && !m_table->currentIndex().isValid() &&
                 m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
    });
}

void GlossaryWindow::connectPane()
{
    connect(m_pane, &EntryPane::saved, this, [this](const session::EntryKey &key) {
        select(key, true);
        statusBar()->showMessage(tr("Saved"), hintTime);
    });
    connect(m_pane, &EntryPane::openRequested, this, &GlossaryWindow::openEntry);
    connect(m_pane, &EntryPane::mergeRequested, this, &GlossaryWindow::mergeEntries);
    connect(m_pane, &EntryPane::confirmRequested, this, &GlossaryWindow::confirmSelected);
    connect(m_pane, &EntryPane::giveUpRequested, this, [this](const session::EntryKey &key) {
        const auto row = m_service.termbases()->find(key);
        if (row && m_service.remove({key}).ok())
            openEntry(entryKeyOf(row->entry.overrides));
    });
    connect(m_pane, &EntryPane::usesRequested, this, [this] {
        if (!m_panels->isVisible() || m_panels->currentWidget() != m_uses)
            togglePanel(m_uses);
    });
    connect(m_pane, &EntryPane::draftsChanged, this, &GlossaryWindow::updateDrafts);
    connect(m_pane, &EntryPane::left, this, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    connect(m_unsaved, &QLabel::linkActivated, this, [this] {
        if (!m_pane->openUnsaved())
            m_pane->form()->takeFocus();
    });
}

void GlossaryWindow::connectService()
{
    connect(&m_service, &TermbaseService::changed, this, &GlossaryWindow::findAgain);
    connect(&m_service, &TermbaseService::failed, this, &GlossaryWindow::tellFailure);
    connect(&m_lintSoon, &QTimer::timeout, this, &GlossaryWindow::lint);
    connect(m_findings, &FindingsPanel::openRequested, this, &GlossaryWindow::openEntry);
}

void GlossaryWindow::connectDocument()
{
    const auto soon = [this] { m_usesSoon.start(); };
    connect(&m_document, &DocumentController::opened, this, soon);
    connect(&m_document, &DocumentController::closed, this, soon);
    connect(&m_document, &DocumentController::assisted, this, soon);
    connect(&m_document, &DocumentController::edited, this, soon);
    connect(&m_document, &DocumentController::rowsReplaced, this, soon);
    connect(&m_usesSoon, &QTimer::timeout, this, [this] {
        const QHash<QString, int> before = m_usesByEntry;
        m_usesByEntry = usesByEntry(m_document);
        m_filters->setDocumentOpen(m_document.hasDocument());
        if (m_filters->filter().onlyUsed && m_usesByEntry != before)
            find();
        if (m_pane->current() && m_usesByEntry != before)
            m_pane->refresh(usesOfEntry(*m_pane->current()));
        if (m_panels->isVisible() && m_panels->currentWidget() == m_uses)
            showUses();
        updateActions();
    });
    connect(m_uses, &UsesPanel::segmentRequested, this, &GlossaryWindow::segmentRequested);
    connect(m_uses, &UsesPanel::unifyRequested, this, &GlossaryWindow::unifyUses);
    m_usesByEntry = usesByEntry(m_document);
    m_filters->setDocumentOpen(m_document.hasDocument());
}

void GlossaryWindow::duplicate()
{
    if (!m_pane->current())
        return;
    glossary::ConceptEntry copy = m_pane->entry();
    copy.id.clear();
    copy.overrides.clear();
    newEntry(copy);
}

void GlossaryWindow::confirmSelected()
{
    if (!m_service.isReady() || !m_pane->save())
        return;
    const QList<session::EntryKey> keys = selectedKeys();
    if (!keys.isEmpty() && m_service.confirm(keys).ok())
        statusBar()->showMessage(tr("Confirmed: %n entries", nullptr, static_cast<int>(keys.size())),
                                 hintTime);
}

void GlossaryWindow::removeSelected()
{
    if (m_pane->isNew()) {
        m_pane->revert();
        return;
    }
    const QList<session::EntryKey> keys = selectedKeys();
    if (keys.isEmpty() || !m_service.isReady())
        return;
    const int row = m_table->currentIndex().row();
    if (!m_service.remove(keys).ok())
        return;
    m_pane->showNothing();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1), 0));
    m_bar->show(MessageBar::Kind::Info,
                tr("%n entries were deleted.", nullptr, static_cast<int>(keys.size())),
                {{tr("Undo"), [this] { undo(); }}});
}

void GlossaryWindow::mergeEntries(const QList<session::EntryKey> &keys)
{
    if (keys.size() < 2 || !m_service.isReady() || !m_pane->save())
        return;
    const Result<glossary::ConceptEntry> merged = m_service.termbases()->merged(keys);
    if (!merged.ok()) {
        tellFailure(merged.error());
        return;
    }
    auto *dialog = new MergeDialog(m_service, keys, merged.value(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->result())
            openEntry(*dialog->result());
    });
    dialog->open();
}

/// What is being written becomes a step first, so that redo can bring it back.
void GlossaryWindow::undo()
{
    if (m_pane->save())
        m_service.undo();
}

void GlossaryWindow::redo()
{
    if (m_pane->save())
        m_service.redo();
}

void GlossaryWindow::lint()
{
    if (!m_service.isReady())
        return;
    m_findings->setBusy();
    whenDone(this, m_service.termbases()->lint(),
             [this, run = ++m_lintRun](const Result<QList<session::GlossaryFinding>> &findings) {
                 if (run != m_lintRun)
                     return;
                 if (findings.ok())
                     m_findings->show(findings.value());
                 else
                     m_findings->tell(findings.error().text());
             });
}

void GlossaryWindow::stepFinding(int by)
{
    if (!m_panels->isVisible() || m_panels->currentWidget() != m_findings)
        togglePanel(m_findings);
    else if (m_pane->save())
        m_findings->step(by);
}

void GlossaryWindow::togglePanel(QWidget *panel)
{
    const bool open = m_panels->isVisible() && m_panels->currentWidget() == panel;
    m_panels->setCurrentWidget(panel);
    m_panels->setVisible(!open);
    (*m_actions)[GlossaryAct::Findings]->setChecked(!open && panel == m_findings);
    (*m_actions)[GlossaryAct::Uses]->setChecked(!open && panel == m_uses);
    if (open) {
        m_table->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (panel == m_findings)
        lint();
    else
        showUses();
}

void GlossaryWindow::showUses()
{
    const std::optional<session::EntryKey> key = m_pane->current();
    m_uses->show(key ? usesOf(m_document, key->termbase, key->id) : QList<TermUse>());
}

void GlossaryWindow::unifyUses()
{
    if (!m_pane->current() || !m_document.hasDocument() || !m_pane->save())
        return;
    const session::EntryKey key = *m_pane->current();
    QStringList english;
    for (const glossary::Term &term : m_pane->entry().termsIn(QStringLiteral("en"))) {
        if (term.status != TermStatus::Deprecated && term.status != TermStatus::Forbidden)
            english.append(term.text);
    }
    auto *dialog = new UnifyDialog(m_document, usesOf(m_document, key.termbase, key.id), english, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void GlossaryWindow::openImport()
{
    m_service.whenReady(this, [this] {
        auto *wizard = new ImportWizard(m_service, m_questions, this);
        wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(wizard, &ImportWizard::imported, this, [this](int entries) {
            m_bar->show(MessageBar::Kind::Info, tr("%n entries were imported.", nullptr, entries),
                        {{tr("Undo"), [this] { undo(); }}});
        });
        wizard->open();
    });
}

void GlossaryWindow::openExport()
{
    m_service.whenReady(this, [this] {
        m_pane->leave();
        auto *wizard = new ExportWizard(m_service, m_questions,
                                        {filter(), selectedKeys(), m_filters->filter().termbase}, this);
        wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(wizard, &ExportWizard::exported, this, [this](const QString &path) {
            statusBar()->showMessage(tr("Written to %1").arg(path), hintTime);
        });
        wizard->open();
    });
}

void GlossaryWindow::openTermbases()
{
    m_service.whenReady(this, [this] {
        auto *dialog = new TermbasesDialog(m_service, m_questions, m_unusedGlossaries, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &TermbasesDialog::chosen, this,
                [this](const QStringList &used, const QStringList &unused) {
                    m_pane->leave();
                    m_unusedGlossaries = unused;
                    m_service.setGlossaries(used);
                    emit glossariesChosen(used, unused);
                });
        dialog->open();
    });
}

void GlossaryWindow::updateActions()
{
    const bool any = m_pane->current().has_value();
    const qsizetype selected = m_table->selectionModel()->selectedRows().size();
    for (const GlossaryAct act : {GlossaryAct::Duplicate, GlossaryAct::Confirm, GlossaryAct::Uses})
        (*m_actions)[act]->setEnabled(any);
    (*m_actions)[GlossaryAct::Delete]->setEnabled(any || m_pane->isNew());
    (*m_actions)[GlossaryAct::Merge]->setEnabled(selected > 1);
    (*m_actions)[GlossaryAct::Unify]->setEnabled(any && m_document.hasDocument());
    const bool writing = (any || m_pane->isNew()) && m_pane->unsavedCount() > 0;
    (*m_actions)[GlossaryAct::Save]->setEnabled(writing);
    (*m_actions)[GlossaryAct::Revert]->setEnabled(writing || m_pane->isNew());
    const std::optional<glossary::StepName> undo = m_service.undoStep();
    const std::optional<glossary::StepName> redo = m_service.redoStep();
    m_actions->setHistory(undo ? stepText(*undo) : QString(), redo ? stepText(*redo) : QString());
}

void GlossaryWindow::updateStatus()
{
    const QString count = QLocale().toString(m_model->rowCount());
    m_count->setText(!m_service.isReady()       ? tr("Reading the termbases…")
                     : m_model->hasMore()       ? tr("More than %1 entries").arg(count)
                     : m_model->rowCount() == 0 ? tr("No entry fits.")
                                                : tr("%1 entries").arg(count));
}

void GlossaryWindow::updateDrafts()
{
    m_model->setDrafts(m_pane->unsavedKeys());
    const int unsaved = m_pane->unsavedCount();
    m_unsaved->setText(unsaved == 0 ? QString()
                                    : QStringLiteral("<a href='unsaved'>%1</a>")
                                          .arg(tr("Not saved yet: %n entries", nullptr, unsaved)));
    m_unsaved->setAccessibleName(tr("Not saved yet: %n entries", nullptr, unsaved));
    m_unsaved->setVisible(unsaved > 0);
    updateActions();
}

void GlossaryWindow::tellFailure(const Error &error)
{
    m_bar->show(MessageBar::Kind::Error, error.text());
}

void GlossaryWindow::retranslate()
{
    setWindowTitle(tr("Glossary — Verbale"));
    m_actions->retranslate();
    m_tools->setWindowTitle(tr("Tools"));
    m_table->setAccessibleName(tr("Entries"));
    fillChoices();
    emit m_model->headerDataChanged(Qt::Horizontal, 0, EntryTable::ColumnCount - 1);
    m_table->viewport()->update();
    updateStatus();
    updateDrafts();
}

} // namespace verbale::workbench
