"""Where a sentence is cut into single propositions: candidates by grammar, the choice by a learnt judge."""
