from portal.imports.command import PATIENCE, RunCommand
from portal.imports.run import redo


class Command(RunCommand):
    help = "Carry out again what undo_import took back."

    def act_on(self, run):
        return redo(run=run, progress=self.progress, patience=PATIENCE)
