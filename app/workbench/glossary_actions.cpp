#include "workbench/glossary_actions.h"

#include "workbench/icons.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QAction>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

#include <optional>

namespace verbale::workbench {

namespace {

constexpr auto context = "verbale::workbench::GlossaryActions";

struct Line
{
    GlossaryAct act;
    int menu; ///< 0 Glossary, 1 Edit, 2 Entry, 3 Go
    const char *text;
    QList<QKeySequence> keys;
    std::optional<Glyph> glyph = {};
    bool separatorBefore = false;
};

QList<Line> glossaryLines()
{
    return {
        {GlossaryAct::Import,
         0,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Import…"),
         {Qt::CTRL | Qt::Key_I},
         Glyph::Open},
        {GlossaryAct::Export,
         0,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Export…"),
         {Qt::CTRL | Qt::Key_E}},
        {GlossaryAct::Termbases,
         0,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Termbases…"),
         {Qt::CTRL | Qt::Key_T},
         {},
         true},
        {GlossaryAct::Close,
         0,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Close"),
         {Qt::CTRL | Qt::Key_W},
         {},
         true},
        {GlossaryAct::Undo,
         1,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Undo"),
         {Qt::CTRL | Qt::Key_Z},
         Glyph::Undo},
        {GlossaryAct::Redo,
         1,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Redo"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y},
         Glyph::Redo},
        {GlossaryAct::Find,
         1,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Search"),
         {Qt::CTRL | Qt::Key_F},
         {},
         true},
        {GlossaryAct::ClearFilters,
         1,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "Show &all entries"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_F}},
    };
}

QList<Line> entryLines()
{
    return {
        {GlossaryAct::New,
         2,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&New entry"),
         {Qt::CTRL | Qt::Key_N},
         Glyph::Draft},
        {GlossaryAct::Duplicate,
         2,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "D&uplicate"),
         {Qt::CTRL | Qt::Key_D}},
        {GlossaryAct::Save,
         2,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Save"),
         {Qt::CTRL | Qt::Key_S},
         Glyph::Save,
         true},
        {GlossaryAct::Revert,
         2,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Discard what was typed"),
         {Qt::CTRL | Qt::Key_R}},
        {GlossaryAct::Confirm,
         2,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Confirm"),
         {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
         Glyph::Confirm,
         true},
        {GlossaryAct::Merge,
         2,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Merge the selected entries…"),
         {Qt::CTRL | Qt::Key_M}},
        {GlossaryAct::Delete,
         2,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "De&lete"),
         {Qt::CTRL | Qt::Key_Delete},
         {},
         true},
    };
}

QList<Line> goLines()
{
    return {
        {GlossaryAct::Previous,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Previous entry"),
         {Qt::CTRL | Qt::Key_Up}},
        {GlossaryAct::Next,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Next entry"),
         {Qt::CTRL | Qt::Key_Down}},
        {GlossaryAct::ToTable,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Table"),
         {Qt::CTRL | Qt::Key_G},
         {},
         true},
        {GlossaryAct::ToForm,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "Entr&y"),
         {QKeyCombination(Qt::Key_F2)}},
        {GlossaryAct::NextFinding,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "Next &finding"),
         {QKeyCombination(Qt::Key_F8)},
         {},
         true},
        {GlossaryAct::PreviousFinding,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "P&revious finding"),
         {Qt::SHIFT | Qt::Key_F8}},
        {GlossaryAct::Findings,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "F&indings"),
         {QKeyCombination(Qt::Key_F7)}},
        {GlossaryAct::Uses,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Where the entry is used"),
         {QKeyCombination(Qt::Key_F6)},
         {},
         true},
        {GlossaryAct::Unify,
         3,
         QT_TRANSLATE_NOOP("verbale::workbench::GlossaryActions", "&Unify in the document…"),
         {Qt::CTRL | Qt::Key_U}},
    };
}

QList<Line> allLines()
{
    return glossaryLines() + entryLines() + goLines();
}

} // namespace

GlossaryActions::GlossaryActions(QMainWindow *window) : QObject(window)
{
    for (int menu = 0; menu < 4; ++menu)
        m_menus.insert(menu, window->menuBar()->addMenu(QString()));
    for (const Line &line : allLines()) {
        if (line.separatorBefore)
            m_menus.value(line.menu)->addSeparator();
        auto *action = new QAction(this);
        action->setShortcuts(line.keys);
        if (line.glyph) {
            action->setIcon(icon(*line.glyph));
            action->setIconVisibleInMenu(false);
        }
        m_menus.value(line.menu)->addAction(action);
        m_actions.insert(static_cast<int>(line.act), action);
    }
    for (const GlossaryAct act : {GlossaryAct::Findings, GlossaryAct::Uses})
        (*this)[act]->setCheckable(true);
    retranslate();
}

void GlossaryActions::on(GlossaryAct act, const std::function<void()> &run)
{
    connect((*this)[act], &QAction::triggered, this, run);
}

void GlossaryActions::setHistory(const QString &undo, const QString &redo)
{
    m_undo = undo;
    m_redo = redo;
    QAction *back = (*this)[GlossaryAct::Undo];
    QAction *forth = (*this)[GlossaryAct::Redo];
    back->setEnabled(!undo.isEmpty());
    forth->setEnabled(!redo.isEmpty());
    back->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    forth->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redo));
    back->setIconText(tr("Undo"));
    forth->setIconText(tr("Redo"));
}

void GlossaryActions::retranslate()
{
    m_menus.value(0)->setTitle(tr("&Glossary"));
    m_menus.value(1)->setTitle(tr("&Edit"));
    m_menus.value(2)->setTitle(tr("E&ntry"));
    m_menus.value(3)->setTitle(tr("G&o"));
    for (const Line &line : allLines())
        (*this)[line.act]->setText(QCoreApplication::translate(context, line.text));
    (*this)[GlossaryAct::New]->setIconText(tr("New"));
    (*this)[GlossaryAct::Save]->setIconText(tr("Save"));
    (*this)[GlossaryAct::Confirm]->setIconText(tr("Confirm"));
    setHistory(m_undo, m_redo);
}

} // namespace verbale::workbench
